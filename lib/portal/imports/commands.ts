/** What people do with files of results: look at them, explain them, apply them, take them back. */
export { type BulkFile, importWithoutDerivation } from './bulk';
export { applyImport, discardImport, undoImport } from './deciding';
export { refusalOfImport } from './import-lock';
export { type ImportUpload, previewImport } from './previewing';
export { changeMapping, chooseSchools } from './restaging';
export { refusalOfNewImport } from './scope';
