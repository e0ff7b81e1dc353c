/** The first stop of the keyboard on every page: past the masthead, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href="#content"
      data-print="none"
      className="sr-only z-50 rounded-md bg-raised px-4 py-2 font-medium text-accent shadow-raised focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      Перейти к содержанию
    </a>
  );
}
