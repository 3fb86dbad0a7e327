import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { OfflineError } from "../offline-error";
import { freePorts } from "./free-ports";
import { Kubectl } from "./kubectl";
import { pause, Servers } from "./servers";
import type { ClusterTools } from "./tools";

const LOOPBACK = "127.0.0.1";
const READY_WITHIN_MS = 60_000;

/** Annotation of a Job's pods that go on running; without it they complete as soon as they have begun. */
export const KEEP_RUNNING = "kaireon.ai/keep-running";

/** Tag of images that cannot be pulled: a pod with one never becomes ready. */
export const MISSING_TAG = "missing";

/** What a cluster may have beyond what every cluster has. */
export interface ControlPlaneOptions {
    /** More flags of the API server; called once the cluster's folder is there, for files that they name to lie in it. */
    readonly apiServerFlags?: (folder: string) => readonly string[];
    readonly controllerManagerFlags?: readonly string[];
}

/**
 * Starts etcd, API server, scheduler, controller manager and kwok on the loopback interface, with credentials of their own, and waits
 * until they serve. There is no kubelet: kwok says of nodes and pods that they run.
 *
 * @param folder data, logs and kubeconfig; what an earlier cluster left in it is removed
 * @throws OfflineError with the last words of a program that ended
 */
export async function startControlPlane(
    folder: string,
    tools: ClusterTools,
    options: ControlPlaneOptions = {},
): Promise<Kubectl> {
    await stopControlPlane(folder);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const [client = 0, peer = 0, api = 0, scheduler = 0, manager = 0, kwok = 0] = await freePorts(6);
    const at = (name: string) => join(folder, name);
    const token = writeCredentials(folder);
    const servers = new Servers(folder);

    const etcd = `http://${LOOPBACK}:${client}`;
    const peers = `http://${LOOPBACK}:${peer}`;
    servers.start("etcd", tools.etcd, [
        `--data-dir=${at("etcd")}`,
        `--listen-client-urls=${etcd}`,
        `--advertise-client-urls=${etcd}`,
        `--listen-peer-urls=${peers}`,
        `--initial-advertise-peer-urls=${peers}`,
        `--initial-cluster=default=${peers}`,
        // Nothing here is worth a disk flush per write.
        "--unsafe-no-fsync",
    ]);
    servers.start("kube-apiserver", tools.apiServer, [
        `--etcd-servers=${etcd}`,
        `--bind-address=${LOOPBACK}`,
        `--advertise-address=${LOOPBACK}`,
        `--secure-port=${api}`,
        `--cert-dir=${at("certificates")}`,
        `--service-account-key-file=${at("service-accounts.pub")}`,
        `--service-account-signing-key-file=${at("service-accounts.key")}`,
        "--service-account-issuer=https://kubernetes.default.svc",
        `--token-auth-file=${at("tokens.csv")}`,
        "--authorization-mode=RBAC",
        "--service-cluster-ip-range=10.96.0.0/16",
        ...(options.apiServerFlags?.(folder) ?? []),
    ]);
    const kubectl = new Kubectl(at("kubeconfig"));
    await until("the API server serves", servers, () => {
        writeKubeconfig(folder, `https://${LOOPBACK}:${api}`, token);
        return kubectl.answers(["get", "--raw", "/readyz"]);
    });
    const common = [`--kubeconfig=${at("kubeconfig")}`, `--bind-address=${LOOPBACK}`, "--leader-elect=false"];
    servers.start("kube-scheduler", tools.scheduler, [...common, `--secure-port=${scheduler}`]);
    servers.start("kube-controller-manager", tools.controllerManager, [
        ...common,
        `--secure-port=${manager}`,
        `--service-account-private-key-file=${at("service-accounts.key")}`,
        `--root-ca-file=${at("certificates/apiserver.crt")}`,
        "--use-service-account-credentials=true",
        ...(options.controllerManagerFlags ?? []),
        // Ten times Kubernetes' own, as large clusters have it: a hundred pods that change at once are waited for here.
        "--kube-api-qps=200",
        "--kube-api-burst=300",
        // More than Kubernetes' own 50 s: kwok reports on each node every 20 to 25 s, and a machine that does other things too is late.
        "--node-monitor-grace-period=120s",
    ]);
    writeFileSync(
        at("stages.yaml"),
        tools.stages.map((file) => pulling(holdable(readFileSync(file, "utf8")))).join("\n---\n"),
    );
    servers.start("kwok", tools.kwok, [
        `--kubeconfig=${at("kubeconfig")}`,
        "--manage-all-nodes=true",
        // No leases: with them, pods that are on a new node before kwok has seen its own lease never become ready.
        `--config=${at("stages.yaml")}`,
        `--server-address=${LOOPBACK}:${kwok}`,
    ]);
    await until("the default service account exists", servers, () =>
        kubectl.answers(["get", "serviceaccount", "default", "--namespace=default"]),
    );
    return kubectl;
}

/** A stage in which pods that are to be kept running are left alone: the one that completes the pods of Jobs would end them. */
export function holdable(stage: string): string {
    const { metadata, spec, ...rest }: { metadata: { name: string }; spec: StageSpec } = parse(stage);
    if (metadata.name !== "pod-complete") return stage;
    const kept = { key: `.metadata.annotations["${KEEP_RUNNING}"]`, operator: "DoesNotExist" };
    const matchExpressions = [...spec.selector.matchExpressions, kept];
    return stringify({ ...rest, metadata, spec: { ...spec, selector: { matchExpressions } } });
}

/** A stage that makes no pod ready whose image is missing. */
export function pulling(stage: string): string {
    const { metadata, spec, ...rest }: { metadata: { name: string }; spec: StageSpec } = parse(stage);
    if (metadata.name !== "pod-ready") return stage;
    const missing = {
        key: `.spec.containers.[] | select( .image | endswith(":${MISSING_TAG}") )`,
        operator: "DoesNotExist",
    };
    const matchExpressions = [...spec.selector.matchExpressions, missing];
    return stringify({ ...rest, metadata, spec: { ...spec, selector: { matchExpressions } } });
}

interface StageSpec {
    readonly selector: { readonly matchExpressions: readonly object[] };
}

/** Ends every program of the cluster in a folder; data and logs stay. */
export async function stopControlPlane(folder: string): Promise<void> {
    await new Servers(folder).stop().catch((problem: NodeJS.ErrnoException) => {
        // No folder, no cluster.
        if (problem.code !== "ENOENT") throw problem;
    });
}

/** Writes the keys of service accounts and the administrator's token. @returns the token */
function writeCredentials(folder: string): string {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const secretly = { mode: 0o600 };
    writeFileSync(join(folder, "service-accounts.key"), privateKey.export({ type: "pkcs1", format: "pem" }), secretly);
    writeFileSync(join(folder, "service-accounts.pub"), publicKey.export({ type: "spki", format: "pem" }));
    const token = randomBytes(16).toString("hex");
    writeFileSync(join(folder, "tokens.csv"), `${token},administrator,administrator,system:masters\n`, secretly);
    return token;
}

function writeKubeconfig(folder: string, server: string, token: string): void {
    const name = "kaireon-offline";
    const config = {
        apiVersion: "v1",
        kind: "Config",
        "current-context": name,
        contexts: [{ name, context: { cluster: name, user: name } }],
        // The API server signs its own certificate when it starts.
        clusters: [
            { name, cluster: { server, "certificate-authority": join(folder, "certificates", "apiserver.crt") } },
        ],
        users: [{ name, user: { token } }],
    };
    writeFileSync(join(folder, "kubeconfig"), stringify(config), { mode: 0o600 });
}

/** Waits for something, and no longer than the programs live. */
async function until(what: string, servers: Servers, holds: () => Promise<boolean>): Promise<void> {
    const start = Date.now();
    while (!(await holds())) {
        servers.assertRunning();
        if (Date.now() - start > READY_WITHIN_MS) {
            throw new OfflineError(
                `offline: waited ${READY_WITHIN_MS / 1000} s until ${what}, in vain. Logs are beside ${servers.logOf("etcd")}.`,
            );
        }
        await pause(200);
    }
}
