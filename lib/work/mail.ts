import nodemailer from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { mailSettings } from '../env';

export interface OutgoingLetter {
  id: string;
  recipient: string;
  subject: string;
  text: string;
}

/** The mail server did not answer whether it took the letter. */
export class UncertainDelivery extends Error {}

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };
/** The whole talk with the mail server takes no longer: less than a letter is kept from other workers (delivery.ts). */
const LONGEST_TALK_MS = 240_000;

/**
 * Hands one letter to the SMTP server. `handingOver` is called once the server lets us in, just before the letter goes over
 * the line: until then it was surely not sent. Throws when the server does not take it, UncertainDelivery when the line broke
 * before its answer. The id makes repetitions recognisable.
 */
export async function sendLetter(letter: OutgoingLetter, handingOver: () => Promise<void>): Promise<void> {
  const settings = mailSettings();
  if (!settings) throw new Error('SMTP_URL is not set');
  const message = await new MailComposer({
    messageId: `<${letter.id}@moc-portal>`,
    from: settings.from,
    to: letter.recipient,
    subject: letter.subject,
    text: letter.text,
  })
    .compile()
    .build();
  const { options } = nodemailer.createTransport({ url: settings.smtpUrl }) as { options: SMTPTransport.Options };
  const connection = new SMTPConnection({ ...options, ...TIMES });
  const step = talkOver(connection);
  let onTheLine = false;
  try {
    await step((done) => connection.connect(done));
    const { auth } = options;
    if (auth && 'user' in auth && 'pass' in auth)
      await step((done) => connection.login({ user: auth.user ?? '', pass: auth.pass ?? '' }, done));
    await handingOver();
    const envelope = { from: addressOf(settings.from), to: letter.recipient };
    await step((done) => {
      onTheLine = true;
      connection.send(envelope, message, (error) => done(error ?? undefined));
    });
    connection.quit();
  } catch (error) {
    connection.close();
    const { responseCode } = error as SMTPConnection.SMTPError;
    // from here on only the server's own refusal says that the letter was not taken
    if (onTheLine && responseCode === undefined) throw new UncertainDelivery((error as Error).message);
    throw error;
  }
}

type Step = (take: (done: (error?: Error) => void) => void) => Promise<void>;

/** Takes the steps of one talk; a line that breaks, in a step or between two, fails the step and all that follow. */
function talkOver(connection: SMTPConnection): Step {
  let broken: Error | null = null;
  let breaks = (_error: Error) => {};
  const fail = (error: Error) => {
    broken ??= error;
    breaks(error);
  };
  // heard for as long as the connection lives: an error that nobody hears would end the process
  connection.on('error', fail);
  setTimeout(() => fail(new Error('The mail server took too long.')), LONGEST_TALK_MS).unref();
  return (take) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      breaks = reject;
      take((error) => (error ? reject(error) : resolve()));
    });
}

/** «МОЦ <moc@example.ru>» → «moc@example.ru» */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
