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

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

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
  let onTheLine = false;
  try {
    await step(connection, (done) => connection.connect(done));
    const { auth } = options;
    if (auth && 'user' in auth && 'pass' in auth)
      await step(connection, (done) => connection.login({ user: auth.user ?? '', pass: auth.pass ?? '' }, done));
    await handingOver();
    onTheLine = true;
    const envelope = { from: addressOf(settings.from), to: letter.recipient };
    await step(connection, (done) => connection.send(envelope, message, (error) => done(error ?? undefined)));
    connection.quit();
  } catch (error) {
    connection.close();
    const { responseCode } = error as SMTPConnection.SMTPError;
    // from here on only the server's own refusal says that the letter was not taken
    if (onTheLine && responseCode === undefined) throw new UncertainDelivery((error as Error).message);
    throw error;
  }
}

/** One step of the talk; a line that breaks in between fails it. */
function step(connection: SMTPConnection, take: (done: (error?: Error) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    take((error) => {
      connection.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** «МОЦ <moc@example.ru>» → «moc@example.ru» */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
