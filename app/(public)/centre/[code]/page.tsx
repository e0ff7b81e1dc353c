import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PublicCentre } from '@/components/centre-page/public-centre';
import { publicCentre } from '@/lib/portal/centre-page/queries';

interface Address {
  params: Promise<{ code: string }>;
}

const centreOf = cache(async (code: string) => {
  const found = await publicCentre(code, new Date());
  return found.ok ? found.value : null;
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const centre = await centreOf((await params).code);
  // the only page of the portal that search engines are meant to find
  return centre ? { title: centre.name, robots: { index: true, follow: false } } : { title: 'Центр не найден' };
}

export default async function CentrePage({ params }: Address) {
  const centre = await centreOf((await params).code);
  if (!centre) notFound();
  return <PublicCentre centre={centre} />;
}
