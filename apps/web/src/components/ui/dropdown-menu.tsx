"use client";

import {
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import { cn } from "@/lib/cn";
import { Button } from "./button";

const GAP = 6;
const MARGIN = 12;

/** Below what opened it and flush with its end, unless the window ends there. */
function place(menu: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(opener).direction === "rtl";
  const left = isRightToLeft ? at.left : at.right - menu.offsetWidth;
  const fitsBelow = at.bottom + GAP + menu.offsetHeight + MARGIN <= window.innerHeight;
  const top = fitsBelow ? at.bottom + GAP : at.top - GAP - menu.offsetHeight;
  menu.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - menu.offsetWidth - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, top)}px`;
}

/** A menu stays where it is when the page is scrolled, so it goes. A scroll that ended before it opened moves nothing. */
function hideWhenMoved(menu: HTMLElement, opener: HTMLElement): void {
  const { top } = opener.getBoundingClientRect();
  const watch = () => {
    if (!menu.matches(":popover-open")) window.removeEventListener("scroll", watch);
    else if (Math.abs(opener.getBoundingClientRect().top - top) > 1) menu.hidePopover();
  };
  window.addEventListener("scroll", watch, { passive: true });
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]:enabled")];

/** To which item a key leads from the one that has the focus; `undefined` for any other key. */
function itemAfter(key: string, items: HTMLElement[], index: number): HTMLElement | undefined {
  if (key === "ArrowDown") return items[(index + 1) % items.length];
  if (key === "ArrowUp") return items.at(index <= 0 ? -1 : index - 1);
  if (key === "Home") return items[0];
  return key === "End" ? items.at(-1) : undefined;
}

interface DropdownMenuProps extends Omit<ComponentProps<typeof Button>, "ref" | "onClick"> {
  /** The items, which are rendered while the menu is open. */
  items: ReactNode;
  ref?: RefObject<HTMLButtonElement | null>;
}

/**
 * A button that opens a menu. The browser's own popover: it closes on Escape and on a click elsewhere, and gives the
 * focus back. What it leaves to us is where it stands and the arrow keys of the menu pattern (WAI-ARIA practices).
 */
export function DropdownMenu({ items, ref, ...props }: DropdownMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const own = useRef<HTMLButtonElement>(null);
  const opener = ref ?? own;
  const menu = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);

  function open() {
    if (!menu.current || !opener.current) return;
    flushSync(() => setOpen(true));
    menu.current.showPopover();
    place(menu.current, opener.current);
    itemsOf(menu.current)[0]?.focus({ preventScroll: true });
    hideWhenMoved(menu.current, opener.current);
  }

  function onMenuKey(event: KeyboardEvent<HTMLDivElement>) {
    const items = itemsOf(event.currentTarget);
    const next = itemAfter(event.key, items, items.indexOf(document.activeElement as HTMLElement));
    if (event.key === "Tab") event.currentTarget.hidePopover();
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <>
      <Button
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // The press that closes an open menu, as one elsewhere does, must not open it again when it is let go.
        onPointerDown={() => (wasOpen.current = isOpen)}
        onClick={() => {
          if (!wasOpen.current) open();
          wasOpen.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          open();
        }}
        {...props}
      />
      <div
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={props["aria-label"]}
        onToggle={({ newState }) => setOpen(newState === "open")}
        onKeyDown={onMenuKey}
        className="fixed inset-auto m-0 min-w-48 rounded-md border bg-popover p-1 text-popover-foreground shadow-raised focus:outline-none open:animate-fade"
      >
        {isOpen && items}
      </div>
    </>
  );
}

interface DropdownMenuItemProps extends Omit<ComponentProps<"button">, "onSelect" | "onClick"> {
  tone?: "neutral" | "danger";
  /** Called when the menu is closed and the focus is back where it was. */
  onSelect?: () => void;
}

export function DropdownMenuItem({ className, tone = "neutral", onSelect, ...props }: DropdownMenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        onSelect?.();
      }}
      className={cn(
        "flex h-9 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-sm font-medium outline-none select-none focus:bg-accent disabled:pointer-events-none disabled:opacity-50",
        tone === "danger" && "text-danger focus:bg-danger-tint",
        className,
      )}
      {...props}
    />
  );
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<"div">) {
  return <div role="separator" className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}
