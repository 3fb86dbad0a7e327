import { PolicyPack } from "@pulumi/policy";
import { packArguments } from "./pack";
import { policies } from "./policies";

new PolicyPack("kaireon", packArguments(policies));
