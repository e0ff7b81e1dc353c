-- Values alone: PostgreSQL uses a new one only after the transaction that made it.
ALTER TYPE "letter_status" ADD VALUE 'SENDING';
ALTER TYPE "letter_status" ADD VALUE 'UNCERTAIN';
ALTER TYPE "letter_status" ADD VALUE 'CANCELLED';
