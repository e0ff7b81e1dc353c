export { keepExperience, publishExperience } from './experience';
export { keepProject } from './projects';
