/** What one can know of signs: of schools for other aggregates, of a viewer's scope for pages and the API. */
export { type CellName, objectivityCell } from './cell-view';
export { objectivityList } from './list';
export { objectivityMap } from './map-view';
export { objectivityPlane } from './plane-view';
export { type FoundSign, type SchoolSigns, signsBySchool, trustBySchool } from './school-signs';
export { schoolObjectivity } from './school-view';
