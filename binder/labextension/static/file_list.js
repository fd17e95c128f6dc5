/* What stands in no list of files: answers, and pages for teachers. Who has the address opens them all the same. A server
 * does this by itself (binder/file-list.json); the site has none, so its pages are told what to leave out. */

/**
 * @param {any} contents what reads folders and files
 * @param {string[]} unlisted names of folders and files
 */
export function leaveOut(contents, unlisted) {
  if (!unlisted.length) return;
  const get = contents.get.bind(contents);
  contents.get = async (/** @type {string} */ path, /** @type {any} */ options) => {
    const model = await get(path, options);
    if (model.type !== "directory" || !Array.isArray(model.content)) return model;
    const listed = model.content.filter((/** @type {{ name: string }} */ one) => !unlisted.includes(one.name));
    return { ...model, content: listed };
  };
}
