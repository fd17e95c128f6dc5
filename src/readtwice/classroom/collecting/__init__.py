"""What a class hands in, in whatever form: progress files, zips, tables with codes."""
