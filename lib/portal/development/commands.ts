/** What people do for the development of teachers. */
export { addPsychology, enrol, keepCourse, keepDeficit, keepMentoring, keepRoutes } from './changing';
