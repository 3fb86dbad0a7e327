import { Command } from "commander";

/** What a command printed, and the problem that it ended with. */
export interface CommandRun {
    readonly printed: string;
    readonly problem: unknown;
}

/** Runs a command as the command line does. @param args its name and its options */
export async function runCommand(add: (program: Command) => void, args: readonly string[]): Promise<CommandRun> {
    let printed = "";
    const program = new Command().exitOverride();
    add(program);
    const writeOut = (text: string) => {
        printed += text;
    };
    for (const command of program.commands)
        command.exitOverride().configureOutput({ writeOut, writeErr: () => undefined });
    const problem: unknown = await program.parseAsync(args, { from: "user" }).then(
        () => undefined,
        (reason) => reason,
    );
    return { printed, problem };
}
