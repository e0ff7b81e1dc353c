import { cva, type VariantProps } from 'class-variance-authority';

/** How a button looks; shared by <Button>, <LinkButton> and <SubmitButton>. */
export const buttonLook = cva(
  [
    'inline-flex items-center justify-center gap-2 rounded-md border text-center font-medium no-underline',
    'transition-colors duration-100 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed',
    'disabled:border-line disabled:bg-quiet disabled:text-muted aria-busy:opacity-80',
    '[&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
        secondary: 'border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft',
        quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft',
        danger: 'border-danger bg-surface text-danger hover:bg-danger hover:text-on-danger',
      },
      size: {
        sm: 'min-h-8 px-3 py-1 text-sm [&_svg]:size-4',
        md: 'min-h-10 px-4 py-1.5 text-base [&_svg]:size-5',
        lg: 'min-h-12 px-6 py-2.5 text-lg [&_svg]:size-5',
        icon: 'size-10 p-0 [&_svg]:size-5',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonLook = VariantProps<typeof buttonLook>;
