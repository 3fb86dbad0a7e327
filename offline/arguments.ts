/** A command line of the Pulumi CLI, read as far as an offline run has to know it. */
export interface PulumiArguments {
    /** The arguments without the options below that the run replaces by its own. */
    readonly args: readonly string[];
    /** The words of the command, such as `["stack", "output"]`; arguments of the command may follow them. */
    readonly words: readonly string[];
    /** `--stack`, without organisation and project. */
    readonly stack?: string;
    /** `--config-file`: the run reads it, and gives the engine a copy. */
    readonly configFile?: string;
    /** `--cwd`. */
    readonly programDir?: string;
}

/** Commands that read or write the stack's configuration, and take the file as `--config-file`. */
const WITH_CONFIG_FILE = [
    "up",
    "update",
    "preview",
    "pre",
    "refresh",
    "destroy",
    "down",
    "dn",
    "import",
    "watch",
    "config",
    "logs",
];

/** Commands that work on a stack that exists. */
const ON_A_STACK = [...WITH_CONFIG_FILE, "stack", "state", "cancel"];

/** `pulumi stack …` that make, remove or list stacks themselves. */
const OF_STACKS = ["new", "init", "create", "setup", "rm", "remove", "delete", "ls", "list", "select"];

/** Short options that take a value, over all commands that an offline run can meet: `-c key=value`, `-v 9`. */
const SHORT_WITH_VALUE = "cCmpstvx";

/** Options before the command that take a value. */
const GLOBAL_WITH_VALUE = [
    "--color",
    "--cwd",
    "--memprofilerate",
    "--otel-traces",
    "--profiling",
    "--tracing",
    "--verbose",
];

const REPLACED = ["--config-file", "--cwd"];

interface Option {
    /** Long name with dashes. */
    readonly name: string;
    readonly value: string;
    /** How many arguments it takes. */
    readonly length: number;
}

export function parseArguments(given: readonly string[]): PulumiArguments {
    const args: string[] = [];
    const words: string[] = [];
    const found: Record<string, string> = {};
    let index = 0;
    while (index < given.length) {
        const argument = given[index] ?? "";
        if (argument === "--") break;
        const option = optionWithValue(argument, given[index + 1]);
        if (option !== undefined) found[option.name] = option.value;
        else if (!argument.startsWith("-")) words.push(argument);
        const length = option?.length ?? 1;
        if (option === undefined || !REPLACED.includes(option.name)) args.push(...given.slice(index, index + length));
        index += length;
    }
    args.push(...given.slice(index));
    const stack = found["--stack"]?.split("/").pop();
    const configFile = found["--config-file"];
    const programDir = found["--cwd"];
    return {
        args,
        words,
        ...(stack === undefined ? {} : { stack }),
        ...(configFile === undefined ? {} : { configFile }),
        ...(programDir === undefined ? {} : { programDir }),
    };
}

/**
 * An option with its value: `--stack x`, `--stack=x`, `-s x`, `-sx`, `-s=x`, also at the end of a bundle (`-ys x`). Of options that an
 * offline run does not look at only those are known whose value could be taken for the command.
 */
function optionWithValue(argument: string, next: string | undefined): Option | undefined {
    const long = /^(--[a-z-]+)(?:=(.*))?$/s.exec(argument);
    if (long !== null) {
        const [, name = "", attached] = long;
        if (attached !== undefined) return { name, value: attached, length: 1 };
        const takesNext = name === "--stack" || name === "--config-file" || GLOBAL_WITH_VALUE.includes(name);
        return takesNext && next !== undefined ? { name, value: next, length: 2 } : undefined;
    }
    const short = new RegExp(`^-[a-zA-Z]*?([${SHORT_WITH_VALUE}])(.*)$`, "s").exec(argument);
    if (short === null) return undefined;
    const [, letter = "", attached = ""] = short;
    const name = { s: "--stack", C: "--cwd" }[letter] ?? `-${letter}`;
    if (attached !== "") return { name, value: attached.replace(/^=/, ""), length: 1 };
    return next === undefined ? undefined : { name, value: next, length: 2 };
}

/** Whether the command works on a stack that has to exist; a run then makes it first. */
export function needsStack({ words }: PulumiArguments): boolean {
    const [command = "", second = ""] = words;
    return ON_A_STACK.includes(command) && !(command === "stack" && OF_STACKS.includes(second));
}

/** The arguments with the engine told which stack file to use, if the command knows the option. */
export function withConfigFile({ args, words }: PulumiArguments, file: string): readonly string[] {
    const [command = ""] = words;
    if (!WITH_CONFIG_FILE.includes(command)) return args;
    const after = args.indexOf(command) + 1;
    return [...args.slice(0, after), "--config-file", file, ...args.slice(after)];
}
