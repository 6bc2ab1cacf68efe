"use client";

import { ChevronDown, Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { fieldClasses, Input } from "@/components/ui/input";
import { cn } from "@/lib/cn";

interface Choice {
  /** Of the parameter in the address. */
  name: string;
  label: string;
  value: string;
  options: { value: string; title: string }[];
}

interface ListSearchProps {
  /** The page, which this form asks for again, with what is looked for in its address. */
  action: string;
  label: string;
  placeholder: string;
  words: string;
  choices: Choice[];
  isFiltered: boolean;
}

/** Finds something in a list that may be long. All of it stands in the address. */
export function ListSearch({ action, label, placeholder, words, choices, isFiltered }: ListSearchProps) {
  const t = useTranslations("admin.search");
  return (
    <search className="mt-6">
      {/* Another address is another form: its fields say what that address says. */}
      <Form
        key={[words, ...choices.map(({ value }) => value)].join("\n")}
        action={action}
        scroll={false}
        className="flex flex-wrap items-center gap-2"
      >
        <span className="relative min-w-0 grow basis-full sm:basis-60">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-s-3 top-2.5 size-4 text-muted-foreground"
          />
          <Input
            type="search"
            name="q"
            aria-label={label}
            placeholder={placeholder}
            defaultValue={words}
            maxLength={200}
            className="h-9! ps-9! text-sm! max-sm:text-base!"
          />
        </span>
        {choices.map(({ name, label, value, options }) => (
          <span key={name} className="relative min-w-0 max-sm:flex-1">
            <select
              name={name}
              aria-label={label}
              defaultValue={value}
              onChange={({ target }) => target.form?.requestSubmit()}
              className={cn(fieldClasses, "h-9 cursor-pointer appearance-none truncate ps-3 pe-8 text-sm")}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.title}
                </option>
              ))}
            </select>
            <ChevronDown
              aria-hidden
              className="pointer-events-none absolute inset-e-2.5 top-2.5 size-4 text-muted-foreground"
            />
          </span>
        ))}
        <Button type="submit" variant="outline" size="sm" className="px-3 font-medium">
          {t("button")}
        </Button>
        {isFiltered && (
          <Link href={action} scroll={false} prefetch={false} className="link px-1 text-sm">
            {t("clear")}
          </Link>
        )}
      </Form>
    </search>
  );
}
