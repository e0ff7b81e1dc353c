/** Called by Next once when the server starts: the portal's own background work begins here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startMessages } = await import('./lib/portal/messages/background');
  startMessages();
  const { startLinkChecks } = await import('./lib/portal/documents/background');
  startLinkChecks();
  const { startReports } = await import('./lib/portal/reports/background');
  startReports();
}
