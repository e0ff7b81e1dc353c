import nodemailer, { type Transporter } from 'nodemailer';
import { mailSettings } from '../env';

let transport: Transporter | undefined;

export interface OutgoingLetter {
  id: string;
  recipient: string;
  subject: string;
  text: string;
}

/** Hands one letter to the SMTP server; throws when it does not take it. The id makes repetitions recognisable. */
export async function sendLetter(letter: OutgoingLetter): Promise<void> {
  const settings = mailSettings();
  if (!settings) throw new Error('SMTP_URL is not set');
  transport ??= nodemailer.createTransport({ url: settings.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 });
  await transport.sendMail({
    messageId: `<${letter.id}@moc-portal>`,
    from: settings.from,
    to: letter.recipient,
    subject: letter.subject,
    text: letter.text,
  });
}
