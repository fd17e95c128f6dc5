"""The course without a server: `make_site` builds static files that any web host can serve."""

from __future__ import annotations

from readtwice.authoring.site.build import Made, make_site
from readtwice.authoring.site.parts import SiteError

__all__ = ["Made", "SiteError", "make_site"]
