export { gapsView, supportBoard } from './board';
export { dossierDocument, schoolDossier } from './dossier';
export { curatorsView, watchView } from './people-views';
export { schoolSupport } from './school-page';
export { studiesOf } from './studies';
export { threadView } from './thread-view';
