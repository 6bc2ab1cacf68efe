import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { Spinner } from "./spinner";

export const buttonVariants = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-semibold max-w-full text-center transition-colors select-none disabled:cursor-not-allowed aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-primary text-primary-foreground enabled:hover:bg-primary-hover",
        ink: "border-transparent bg-foreground text-background hover:opacity-90",
        outline: "border-border-strong bg-card text-foreground hover:border-input hover:bg-muted",
        danger: "border-danger-border bg-card text-danger hover:bg-danger-tint",
        ghost:
          "border-transparent bg-transparent text-muted-foreground hover:bg-accent hover:text-foreground",
      },
      size: {
        sm: "min-h-9 px-4 py-1 text-sm",
        md: "min-h-10.5 px-4 py-1.5 text-body",
        lg: "min-h-12.5 px-6 py-2 text-base",
        icon: "size-9",
        "icon-sm": "size-7 rounded-sm",
      },
      width: { auto: "", full: "w-full", equal: "min-w-0 flex-1 basis-0" },
      busy: { true: "text-transparent!", false: "disabled:opacity-55" },
    },
    defaultVariants: { variant: "primary", size: "md", width: "auto", busy: false },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    asChild?: boolean;
    /** At work: says so, and takes no second click. */
    busy?: boolean;
  };

export function Button({ className, variant, size, width, busy = false, asChild, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size, width, busy }), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;
  const { children, disabled, type = "button", ...rest } = props;
  return (
    <button
      type={type}
      className={classes}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {children}
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner
            className={variant === "primary" || !variant ? "text-primary-foreground" : "text-foreground"}
          />
        </span>
      )}
    </button>
  );
}
