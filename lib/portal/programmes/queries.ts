export {
  beginChoices,
  programmeFacts,
  programmeList,
  programmeOf,
  programmeRevisions,
  programmesInScope,
  programmeView,
  refusalOfProgramme,
} from './reading';
export { programmeTemplates } from './templates';
