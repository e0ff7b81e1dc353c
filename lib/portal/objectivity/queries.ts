/** What one can know of signs: of schools for other aggregates, of a viewer's scope for pages and the API. */
export { objectivityList } from './list';
export { objectivityMap } from './map-view';
export { type FoundSign, type SchoolSigns, signsBySchool, trustBySchool } from './school-signs';
