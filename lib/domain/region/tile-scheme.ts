/**
 * Where the municipalities of Смоленская область stand on a scheme of equal tiles: west to east, north to south, neighbours
 * mostly beside each other. Drawn by us from general knowledge of the region: a scheme and no map, and labelled so.
 */

/** By the name without its legal form; columns and rows from 1. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  велижский: [1, 1],
  сычевский: [6, 1],
  демидовский: [2, 2],
  духовщинский: [3, 2],
  'холм-жирковский': [5, 2],
  новодугинский: [6, 2],
  гагаринский: [7, 2],
  руднянский: [1, 3],
  смоленский: [2, 3],
  кардымовский: [3, 3],
  ярцевский: [4, 3],
  сафоновский: [5, 3],
  вяземский: [6, 3],
  темкинский: [7, 3],
  краснинский: [1, 4],
  'город смоленск': [2, 4],
  починковский: [3, 4],
  глинковский: [4, 4],
  дорогобужский: [5, 4],
  угранский: [6, 4],
  монастырщинский: [2, 5],
  хиславичский: [3, 5],
  'город десногорск': [4, 5],
  ельнинский: [5, 5],
  шумячский: [3, 6],
  рославльский: [4, 6],
  ершичский: [4, 7],
};

export const TILE_COLUMNS = 7;
/** Rows of the scheme; municipalities that it does not know follow below. */
const SCHEME_ROWS = 7;

export interface Tile<Place> {
  place: Place;
  column: number;
  row: number;
  /** false: the scheme does not know this municipality */
  known: boolean;
}

/** «Вяземский муниципальный округ» → «вяземский»; a city keeps its word, since district and city may share a name. */
export function bareName(name: string): string {
  return name
    .toLocaleLowerCase('ru-RU')
    .replaceAll('ё', 'е')
    .replace(/\s*(муниципальный|городской)\s+(округ|район)/, '')
    .trim();
}

/**
 * Each municipality on a tile of its own, no two on one: those of the scheme in their places, all others in rows below it, by
 * the order in which they come. In order of rows, then columns, so that it reads as the eye goes.
 */
export function tilesOf<Place extends { name: string }>(places: readonly Place[]): Tile<Place>[] {
  const taken = new Set<string>();
  const known: Tile<Place>[] = [];
  const others: Place[] = [];
  for (const place of places) {
    const at = Object.hasOwn(PLACES, bareName(place.name)) ? PLACES[bareName(place.name)] : undefined;
    if (!at || taken.has(at.join())) {
      others.push(place);
      continue;
    }
    taken.add(at.join());
    known.push({ place, column: at[0], row: at[1], known: true });
  }
  const first = known.length > 0 ? SCHEME_ROWS + 1 : 1;
  const below = others.map((place, at) => ({
    ...{ place, known: false },
    column: (at % TILE_COLUMNS) + 1,
    row: first + Math.floor(at / TILE_COLUMNS),
  }));
  return [...known, ...below].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The name as a tile has room for: «Вяземский», «г. Смоленск». */
export function tileName(name: string): string {
  return name.replace(/\s*(муниципальный|городской)\s+(округ|район)/i, '').replace(/^город\s+/i, 'г. ');
}
