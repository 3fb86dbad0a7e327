import { spawn } from "node:child_process";
import { helmBinary, kubectlBinary } from "../helm-binary";
import { OfflineError } from "../offline-error";

/** An object of Kubernetes as the API gives it. */
export interface KubernetesObject {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata: {
        readonly name: string;
        readonly namespace?: string;
        readonly labels?: Readonly<Record<string, string>>;
    };
    readonly [key: string]: unknown;
}

export interface CommandResult {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** kubectl and Helm against one cluster. */
export class Kubectl {
    constructor(readonly kubeconfig: string) {}

    /**
     * Runs kubectl.
     *
     * @param input what it reads from standard input (`--filename=-`)
     * @throws OfflineError with what it complained of
     */
    async run(args: readonly string[], input?: string): Promise<string> {
        const { exitCode, stdout, stderr } = await this.attempt(args, input);
        if (exitCode !== 0) throw new OfflineError(`kubectl ${args.join(" ")} failed (${exitCode}):\n${stderr}`);
        return stdout;
    }

    /** Runs kubectl and lets the caller judge. */
    async attempt(args: readonly string[], input?: string): Promise<CommandResult> {
        return runCommand(await kubectlBinary(), [`--kubeconfig=${this.kubeconfig}`, ...args], input);
    }

    async answers(args: readonly string[]): Promise<boolean> {
        return (await this.attempt(args)).exitCode === 0;
    }

    /** The objects of a kind, such as `pods`, of the release's namespace unless another or all are asked for. */
    async list<T extends KubernetesObject>(kind: string, ...args: readonly string[]): Promise<readonly T[]> {
        const { items } = JSON.parse(await this.run(["get", kind, "--output=json", ...args])) as { items: T[] };
        return items;
    }

    /** Creates or changes objects, by the server's own merge. @returns the server's warnings */
    async apply(objects: readonly object[]): Promise<readonly string[]> {
        const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });
        const args = ["apply", "--server-side", "--force-conflicts", "--filename=-"];
        const { exitCode, stderr } = await this.attempt(args, list);
        if (exitCode !== 0) throw new OfflineError(`kubectl apply failed (${exitCode}):\n${stderr}`);
        return stderr.split("\n").filter((line) => line.startsWith("Warning:"));
    }

    /** Runs Helm against the cluster. */
    async helm(args: readonly string[]): Promise<CommandResult> {
        return runCommand(await helmBinary(), ["--kubeconfig", this.kubeconfig, ...args]);
    }
}

/** Runs a program to its end, however much it says. */
function runCommand(command: string, args: readonly string[], input?: string): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
        const output = { stdout: "", stderr: "" };
        child.stdout?.setEncoding("utf8").on("data", (text: string) => {
            output.stdout += text;
        });
        child.stderr?.setEncoding("utf8").on("data", (text: string) => {
            output.stderr += text;
        });
        child.on("error", reject);
        child.on("close", (code) => resolve({ exitCode: code ?? 1, ...output }));
        if (input !== undefined) child.stdin?.end(input);
    });
}
