export { experienceList } from './experience';
export { projectChoices, projectList, projectView } from './projects';
