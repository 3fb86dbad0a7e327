import { installedVersion } from "../../project";
import { debugLog } from "../protocol/engine-log";
import { start } from "../start";
import { KubernetesStandIn } from "./kubernetes-stand-in";

const said = new Set<string>();

start(() => {
    const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
    return new KubernetesStandIn(installedVersion("@pulumi/kubernetes"), (message) => {
        if (!said.has(message)) debugLog(engineAddress, message);
        said.add(message);
    });
});
