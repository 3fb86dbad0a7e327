import { PolicyPack } from "@pulumi/policy";
import { packArguments } from "./pack";
import { policies } from "./policies";
import { type Reader, readResourcesOnce } from "./read-resources-once";

readResourcesOnce(require("@pulumi/policy/deserialize") as Reader);
new PolicyPack("kaireon", packArguments(policies));
