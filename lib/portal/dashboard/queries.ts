/** The overview of a municipality: figures of one school year, each with the page that lists what it counts. */
export { cityAnalysis } from './analysis';
export { cityDashboard } from './city';
export { dashboardOf } from './figures';
