import { installedVersion } from "../../project";
import { start } from "../start";
import { EksStandIn } from "./eks-stand-in";

start(
    new EksStandIn(installedVersion("@pulumi/eks"), {
        aws: installedVersion("@pulumi/aws"),
        kubernetes: installedVersion("@pulumi/kubernetes"),
    }),
);
