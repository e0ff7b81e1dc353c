export { type ListedSchool, listedSchools, newestListedYear, supportYears } from './listed-schools';
export { centrePeople, ownersByIds } from './people';
export { schoolNames } from './school-names';
export { type CriterionOfSchool, criteriaOfSchool } from './school-points';
export { type SupportedSchool, supportedSchool } from './supported-school';
