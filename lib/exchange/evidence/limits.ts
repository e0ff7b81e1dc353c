/** What a file from outside may cost. A region's protocol of 50,000 lines packs to 3 MB and unpacks to 40 MB. */

const MB = 1024 * 1024;

export const MOST_FILE_BYTES = 25 * MB;
export const MOST_UNPACKED_BYTES = 300 * MB;
/** how many times a workbook may grow when it is unpacked; tables grow 10 to 40 times */
export const MOST_GROWTH = 200;
/** below this the growth does not matter */
export const FREE_UNPACKED_BYTES = 16 * MB;
export const MOST_PARTS = 2_000;
export const MOST_DIRECTORY_BYTES = 2 * MB;
/** parts that are read as a whole: the list of sheets, styles, relations */
export const MOST_SMALL_PART_BYTES = 8 * MB;
export const MOST_SHEETS = 100;
/** lines with data in all sheets together */
export const MOST_ROWS = 100_000;
/** the last column of Excel is XFD */
export const MOST_COLUMNS = 16_384;
/** columns with something in them */
export const MOST_USED_COLUMNS = 1_024;
/** characters in a cell, as in Excel */
export const MOST_CELL_LENGTH = 32_767;
export const MOST_LINE_LENGTH = 1_000_000;
export const MOST_SHARED_STRINGS = 1_000_000;
export const MOST_SHARED_CHARACTERS = 24_000_000;
export const MOST_STYLES = 65_000;
export const MOST_MERGES = 10_000;
/** the header is looked for in so many first lines that are not empty */
export const HEADER_LINES = 30;
/** characters of a header or a title that are looked at; a shared text may stand in thousands of cells */
export const LONGEST_HEADER = 150;
/** columns among which headers are looked for: 200 scores and what stands before them */
export const MOST_HEADERS = 300;
/** primary scores from 0 to this */
export const MOST_SCORE = 200;
/** how many faults are listed; all of them are counted */
export const MOST_LISTED_FAULTS = 2_000;
