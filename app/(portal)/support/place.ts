import { notFound } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { narrowed, type Viewer } from '@/lib/access/viewer';
import { capitalised } from '@/lib/domain/russian';
import { municipalityChoices } from '@/lib/portal/schools/queries';

interface SupportPlace {
  viewer: Viewer;
  /** the municipality that the page is narrowed to; '' for all in sight */
  municipality: string;
  /** for the filter of the page; empty for those who see one municipality alone */
  choices: { name: string; label: string; value: string; options: { value: string; label: string }[] }[];
}

/** Who looks at a list of support, `?municipality=`: СОИРО may look at one municipality of the region alone. */
export async function supportPlace(asked: string | string[] | undefined): Promise<SupportPlace> {
  const whole = await requireViewer();
  if (whole.role !== 'REGION_COORDINATOR') return { viewer: whole, municipality: '', choices: [] };
  const municipality = (Array.isArray(asked) ? asked[0] : asked) ?? '';
  const viewer = municipality ? narrowed(whole, municipality) : whole;
  if (!viewer) notFound();
  const places = await municipalityChoices(whole);
  const options = [
    { value: '', label: 'Все' },
    ...places.map(({ id, name }) => ({ value: id, label: capitalised(name) })),
  ];
  return {
    viewer,
    municipality,
    choices: [{ name: 'municipality', label: 'Муниципалитет', value: municipality, options }],
  };
}
