"use client";

import { useId, useState, type ComponentProps } from "react";
import { FilterSelect } from "@/components/site/filter-select";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/session/field";
import { Specimen, Tray } from "./specimen";

export function Fields() {
  const [order, setOrder] = useState("used");
  return (
    <>
      <Tray name="A field" className="grid gap-6 sm:grid-cols-2">
        <Named name="empty" label="E-mail" placeholder="you@example.com" />
        <Named name="filled in" label="E-mail" defaultValue="ada@example.com" />
        <Named
          name="refused"
          label="E-mail"
          defaultValue="ada@example"
          error="This is not an e-mail address."
        />
        <Named name="cannot be used" label="E-mail" defaultValue="ada@example.com" disabled />
      </Tray>
      <Tray name="A tick">
        <Ticked name="open" />
        <Ticked name="ticked" defaultChecked />
        <Ticked name="cannot be used" disabled />
        <Ticked name="ticked, cannot be used" defaultChecked disabled />
      </Tray>
      <Tray name="One of a few">
        <Specimen name="the platform’s own">
          <FilterSelect
            label="Order"
            value={order}
            onChoose={setOrder}
            options={[
              { value: "used", title: "Last used first" },
              { value: "name", title: "By name" },
            ]}
          />
        </Specimen>
      </Tray>
    </>
  );
}

type NamedProps = ComponentProps<"input"> & { name: string; label: string; error?: string };

function Named({ name, ...props }: NamedProps) {
  return (
    <Specimen name={name} wide>
      <Field id={useId()} autoComplete="off" {...props} />
    </Specimen>
  );
}

function Ticked({ name, ...props }: { name: string; defaultChecked?: boolean; disabled?: boolean }) {
  return (
    <Specimen name={name}>
      <label className="flex items-center gap-3 text-body font-medium">
        <Checkbox {...props} />
        My terminal shows this code
      </label>
    </Specimen>
  );
}
