/** What people do with programmes. */
export {
  approveProgramme,
  finishProgramme,
  returnProgramme,
  reviseProgramme,
  runProgramme,
  submitProgramme,
} from './deciding';
export { assessStage, moveStage, reportStage } from './stages';
export { changeProgrammeTemplate, templateFromProgramme } from './templates';
export { beginProgramme, changeProgramme, type SavedProgramme, saveProgramme } from './writing';
