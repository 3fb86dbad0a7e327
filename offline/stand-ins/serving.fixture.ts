import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";

/** A stand-in that runs as the engine would run it. */
export interface Serving {
    readonly client: ResourceProviderClient;
    stop(): void;
}

/** Starts a stand-in's executable and connects to the port that it prints. */
export async function serving(name: string, env: Readonly<Record<string, string>> = {}): Promise<Serving> {
    const main = join(__dirname, name, "main.js");
    const child: ChildProcess = spawn(process.execPath, [main], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, ...env },
    });
    if (child.stdout === null) throw new Error("no output to read the port from");
    const [port] = (await once(child.stdout, "data")) as [Buffer];
    const client = new ResourceProviderClient(`127.0.0.1:${port.toString().trim()}`, credentials.createInsecure());
    return {
        client,
        stop() {
            client.close();
            child.kill();
        },
    };
}

/** One call of a gRPC client as a promise. */
export function ask<Response>(
    send: (done: (problem: ServiceError | null, response: Response) => void) => void,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        send((problem, response) => (problem === null ? resolve(response) : reject(problem)));
    });
}
