/** A process of its own that delivers what is due and ends: for tests that kill it. Told of its database and SMTP by variables. */
import { deliverLetters } from '@/lib/portal/messages/delivery';

const sent = await deliverLetters();
process.stdout.write(String(sent));
process.exit(0);
