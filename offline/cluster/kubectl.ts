import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "undici";
import { parse } from "yaml";
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
    private server: { readonly url: string; readonly token: string; readonly connections: Agent } | undefined;

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

    /**
     * The objects of a collection, such as `/api/v1/pods`, from the API server itself. Whoever waits for something asks several times a
     * second: as many processes of kubectl would take the processors from the cluster that they wait for.
     *
     * @throws OfflineError with the server's answer
     */
    async read<T extends KubernetesObject>(path: string): Promise<readonly T[]> {
        const { status, text } = await this.ask("GET", path);
        if (status !== 200) throw new OfflineError(`offline: GET ${path} was answered ${status}: ${text}`);
        return (JSON.parse(text) as { items: T[] }).items;
    }

    /**
     * Deletes objects at once, asking nobody and waiting for nothing; one that is gone already is no error. kubectl sends five deletions
     * a second.
     *
     * @throws OfflineError with the server's answer
     */
    async remove(paths: readonly string[]): Promise<void> {
        await Promise.all(
            paths.map(async (path) => {
                const { status, text } = await this.ask("DELETE", path, { gracePeriodSeconds: 0 });
                if (status >= 300 && status !== 404)
                    throw new OfflineError(`offline: DELETE ${path} was answered ${status}: ${text}`);
            }),
        );
    }

    private async ask(method: "GET" | "DELETE", path: string, body?: object) {
        this.server ??= serverOf(this.kubeconfig);
        const { url, token, connections } = this.server;
        const answer = await request(`${url}${path}`, {
            dispatcher: connections,
            method,
            headers: {
                authorization: `Bearer ${token}`,
                accept: "application/json",
                "content-type": "application/json",
            },
            body: body === undefined ? null : JSON.stringify(body),
        });
        return { status: answer.statusCode, text: await answer.body.text() };
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

interface Kubeconfig {
    readonly clusters: readonly { readonly cluster: { readonly server: string; "certificate-authority": string } }[];
    readonly users: readonly { readonly user: { readonly token: string } }[];
}

/** Where the one cluster of a kubeconfig that this project wrote is, and how to talk to it. */
function serverOf(kubeconfig: string) {
    const { clusters, users }: Kubeconfig = parse(readFileSync(kubeconfig, "utf8"));
    const [{ cluster } = { cluster: undefined }] = clusters;
    const [{ user } = { user: undefined }] = users;
    if (cluster === undefined || user === undefined)
        throw new OfflineError(`offline: ${kubeconfig} names no cluster and user.`);
    const ca = readFileSync(cluster["certificate-authority"], "utf8");
    return { url: cluster.server, token: user.token, connections: new Agent({ connect: { ca }, connections: 16 }) };
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
