/** Lines to copy: scrolled by themselves on the screen, whole on paper. `about` tells equal labels apart when read aloud. */
export function CodeBlock({ label, about, children }: { label: string; about?: string; children: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm font-medium text-muted">{label}</figcaption>
      <section
        aria-label={about ? `${label}: ${about}` : label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="mt-1 max-h-80 overflow-auto rounded border border-line bg-quiet print:max-h-none print:overflow-visible"
      >
        <pre className="p-3 text-xs leading-relaxed print:break-words print:whitespace-pre-wrap">
          <code>{children}</code>
        </pre>
      </section>
    </figure>
  );
}
