/** Uses the browser's storage; where it is full, switched off or unreadable, what it would have helped goes on without. */
export function withoutFault(use: () => void): void {
  try {
    use();
  } catch {
    // each caller says what stands in for the storage
  }
}
