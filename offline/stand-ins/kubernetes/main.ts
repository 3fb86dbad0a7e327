import { installedVersion } from "../../project";
import { debugLog } from "../protocol/engine-log";
import { start } from "../start";
import { KubernetesStandIn } from "./kubernetes-stand-in";

const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
const said = new Set<string>();

start(
    new KubernetesStandIn(installedVersion("@pulumi/kubernetes"), (message) => {
        if (!said.has(message)) debugLog(engineAddress, message);
        said.add(message);
    }),
);
