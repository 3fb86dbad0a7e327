import { installedVersion } from "../../project";
import { start } from "../start";
import { AwsStandIn } from "./aws-stand-in";

start(new AwsStandIn(installedVersion("@pulumi/aws")));
