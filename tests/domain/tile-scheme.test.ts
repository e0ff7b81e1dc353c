import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareName, TILE_COLUMNS, tileName, tilesOf } from '@/lib/domain/region/tile-scheme';
import { MUNICIPALITIES } from '@/prisma/demo/territory';

test('the 27 municipalities of the region each have a place of their own', () => {
  const tiles = tilesOf(MUNICIPALITIES);
  expect(tiles).toHaveLength(27);
  expect(tiles.filter(({ known }) => !known)).toEqual([]);
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(27);
  const at = (name: string) => tiles.find(({ place }) => place.name === name);
  // Велиж lies in the north-west, Гагарин in the north-east, Ершичи in the south
  expect(at('Велижский муниципальный округ')).toMatchObject({ column: 1, row: 1 });
  expect(at('Гагаринский муниципальный округ')).toMatchObject({ column: TILE_COLUMNS });
  expect(at('Ершичский муниципальный округ')?.row).toBe(Math.max(...tiles.map(({ row }) => row)));
});

test('the city and the district of one name are told apart', () => {
  expect([bareName('Смоленский муниципальный округ'), bareName('Город Смоленск')]).toEqual([
    'смоленский',
    'город смоленск',
  ]);
  expect([tileName('Тёмкинский муниципальный район'), tileName('Город Десногорск')]).toEqual([
    'Тёмкинский',
    'г. Десногорск',
  ]);
});

test('any municipalities, in any order, known or not, get a tile each and none is lost', () => {
  const name = fc.oneof(
    fc.constantFrom(...MUNICIPALITIES.map((one) => one.name)),
    fc.string(),
    fc.constant('toString'),
  );
  fc.assert(
    fc.property(
      fc.array(
        name.map((text) => ({ name: text })),
        { maxLength: 60 },
      ),
      (places) => {
        const tiles = tilesOf(places);
        expect(new Set(tiles.map(({ place }) => place)).size).toBe(new Set(places).size);
        expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length);
        for (const { column } of tiles) expect(column >= 1 && column <= TILE_COLUMNS).toBe(true);
      },
    ),
  );
});
