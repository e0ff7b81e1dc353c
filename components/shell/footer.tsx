import Link from 'next/link';

/** The foot of every page. */
export function Footer() {
  return (
    <footer data-print="none" className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-shell flex-wrap justify-between gap-x-8 gap-y-1 px-4 py-5 text-sm text-muted sm:px-6">
        <p>Портал муниципального образовательного центра</p>
        <Link href="/accessibility" className="link">
          Доступность портала
        </Link>
      </div>
    </footer>
  );
}
