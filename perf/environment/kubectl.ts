import { spawn } from "node:child_process";
import { helmBinary, kubectlBinary } from "../../offline/helm-binary";
import { PerfError } from "../perf-error";

/** kubectl and Helm on the cluster that the operator's kubeconfig names. */
export interface ClusterCommands {
    /** @throws PerfError with what kubectl complained of */
    kubectl(...args: readonly string[]): Promise<string>;
    /** @throws PerfError with what Helm complained of */
    helm(...args: readonly string[]): Promise<string>;
}

/** @param context of the kubeconfig; default: its current one */
export function clusterCommands(context?: string): ClusterCommands {
    return {
        kubectl: async (...args) =>
            output("kubectl", await kubectlBinary(), context === undefined ? args : [`--context=${context}`, ...args]),
        helm: async (...args) =>
            output("helm", await helmBinary(), context === undefined ? args : [`--kube-context=${context}`, ...args]),
    };
}

/** Runs a program to its end. @throws PerfError when it fails, or is not there */
export async function output(name: string, program: string, args: readonly string[]): Promise<string> {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const text = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
        text.stdout += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
        text.stderr += part;
    });
    const exitCode = await new Promise<number>((resolve, reject) => {
        child.on("error", (problem) => reject(new PerfError(`${name} can't be started: ${problem.message}`)));
        child.on("close", (code) => resolve(code ?? 1));
    });
    if (exitCode === 0) return text.stdout;
    throw new PerfError(`${name} ${args.join(" ")} failed (${exitCode}):\n${text.stderr.trim()}`);
}
