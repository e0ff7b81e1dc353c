/** The two directions in which МОЦ identifies schools [SEED-2], as users read them. */
import type { Track } from './instrument';

export const TRACK_NAMES: Record<Track, string> = {
  LOW_RESULTS: 'Школы с низкими результатами',
  ADVERSE_CONDITIONS: 'Школы в неблагоприятных социальных условиях',
};

/** Inside a sentence: «включена в список школ с низкими результатами». */
export const TRACK_LIST_NAMES: Record<Track, string> = {
  LOW_RESULTS: 'список школ с низкими результатами',
  ADVERSE_CONDITIONS: 'список школ, работающих в неблагоприятных социальных условиях',
};
