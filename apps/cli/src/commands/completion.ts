import type { Command } from "commander";

import { CliError } from "../exit";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

/** A script that a shell evaluates once; what it offers is read from the commands themselves. */
export function completion(program: Command, shell: string): string {
  const known = shells.find((name) => name === shell);
  if (!known)
    throw new CliError(`There is no completion for "${shell}": ${shells.join(", ")}.`, { exit: "usage" });
  const paths = walk(program, []);
  return scripts[known](program.name(), paths);
}

interface Path {
  /** The words that lead there: none for the program itself. */
  words: string[];
  commands: { name: string; description: string }[];
  options: { name: string; description: string }[];
}

function walk(command: Command, words: string[]): Path[] {
  const visible = command.createHelp().visibleCommands(command);
  const help = command.createHelp();
  const options = [
    ...help.visibleOptions(command),
    ...(words.length > 0 ? help.visibleGlobalOptions(command) : []),
  ];
  const globals = words.length > 0 ? (command.parent ? rootOf(command).options : []) : [];
  const named = new Map(
    [...options, ...globals].flatMap(({ long, description }) => (long ? [[long, description] as const] : [])),
  );
  const here: Path = {
    words,
    commands: visible.map((one) => ({ name: one.name(), description: one.description() })),
    options: [...named].map(([name, description]) => ({ name, description })),
  };
  return [here, ...visible.flatMap((one) => walk(one, [...words, one.name()]))];
}

function rootOf(command: Command): Command {
  return command.parent ? rootOf(command.parent) : command;
}

/** Options whose value is a word that can be offered. */
const values: Record<string, string> = { "--way": "loopback device dashboard" };

const offers = ({ commands, options }: Path) => [...commands, ...options].map(({ name }) => name).join(" ");

const scripts: Record<Shell, (name: string, paths: Path[]) => string> = {
  bash: (name, paths) => `# ${name} completion for bash: eval "$(${name} completion bash)"
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} path="" part
  case "$before" in
${Object.entries(values)
  .map(([option, words]) => `    ${option}) COMPREPLY=($(compgen -W "${words}" -- "$word")); return ;;`)
  .join("\n")}
  esac
  for part in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$part" in -*) ;; *) case " ${paths.map((path) => path.words.join("/")).join(" ")} " in
      *" \${path:+$path/}$part "*) path="\${path:+$path/}$part" ;;
    esac ;; esac
  done
  case "$path" in
${paths.map((path) => `    "${path.words.join("/")}") COMPREPLY=($(compgen -W "${offers(path)}" -- "$word")) ;;`).join("\n")}
  esac
}
complete -F _${name} ${name}
`,
  zsh: (name, paths) => `#compdef ${name}
# ${name} completion for zsh: eval "$(${name} completion zsh)"
_${name}() {
  local path="" part
  local -a offers
  for part in "\${(@)words[2,CURRENT-1]}"; do
    case "$part" in -*) ;; *) case " ${paths.map((path) => path.words.join("/")).join(" ")} " in
      *" \${path:+$path/}$part "*) path="\${path:+$path/}$part" ;;
    esac ;; esac
  done
  case "\${words[CURRENT-1]}" in
${Object.entries(values)
  .map(([option, words]) => `    ${option}) offers=(${words}); _describe value offers; return ;;`)
  .join("\n")}
  esac
  case "$path" in
${paths
  .map((path) => {
    const described = [...path.commands, ...path.options].map((one) =>
      quote(`${one.name}:${one.description}`),
    );
    return `    "${path.words.join("/")}") offers=(${described.join(" ")}) ;;`;
  })
  .join("\n")}
  esac
  _describe ${name} offers
}
if [ "\${funcstack[1]}" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`,
  fish: (name, paths) =>
    [
      `# ${name} completion for fish: ${name} completion fish | source`,
      `complete -c ${name} -f`,
      ...paths.flatMap((path) => {
        const when = condition(path);
        const commands = path.commands.map(
          (one) => `complete -c ${name} -n ${quote(when)} -a ${one.name} -d ${quote(one.description)}`,
        );
        const options = path.options.map((one) => {
          const offered = values[one.name];
          const value = offered === undefined ? "" : ` -x -a ${quote(offered)}`;
          return `complete -c ${name} -n ${quote(when)} -l ${one.name.slice(2)}${value} -d ${quote(one.description)}`;
        });
        return [...commands, ...options];
      }),
      "",
    ].join("\n"),
};

/** The words that were typed lead to this command and not to one below it. */
function condition({ words, commands }: Path): string {
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.map(({ name }) => name).join(" ");
  if (below !== "") seen.push(`not __fish_seen_subcommand_from ${below}`);
  return seen.join("; and ") || "true";
}

const quote = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
