/** Files of evidence: read, templates for them, and the file given back with its faults marked. */
export { scaleKey } from './layout';
export { MOST_FILE_BYTES, MOST_LISTED_FAULTS } from './limits';
export { markedFile } from './marked-file';
export { type EvidenceFile, type ReadEvent, type ReadingOptions, readEvidence, type SchoolText } from './reading';
export { fieldsOf, type TemplateColumn, templateColumns, templateCsv } from './templates';
