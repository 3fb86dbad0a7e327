{{/* Whether pods reach PostgreSQL through PgBouncer. */}}
{{- define "kaireon.pooled" -}}{{- if .Values.postgres.pooler.enabled -}}true{{- end -}}{{- end -}}

{{/* Labels and placement of a tier ask for its block by name: here the pooler's stands under the name of its pods. */}}
{{- define "kaireon.poolerValues" -}}
{{- $spread := dict "topologySpread" (dict "zone" "ScheduleAnyway" "host" "ScheduleAnyway") -}}
{{ dict "image" .Values.image "pgbouncer" (merge $spread .Values.postgres.pooler) | toJson }}
{{- end -}}

{{/*
Connection string of the writer (or, with a suffix, of the readers), a template that runs in the cluster: the password is put in there.
Between pods and PgBouncer there is no TLS: no certificate is at hand in the cluster, and nodes of current types encrypt what they send
each other. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/data-protection.html#encryption-transit
Takes (list $ host suffix).
*/}}
{{- define "kaireon.databaseUrl" -}}
{{- $v := (index . 0).Values -}}
{{- $db := $v.postgres.external -}}
{{- $login := "{{ .username | urlquery }}:{{ .password | urlquery }}" -}}
{{- if $v.postgres.pooler.enabled -}}
postgresql://{{ $login }}@{{ include "kaireon.name" "pgbouncer" }}:{{ $v.postgres.pooler.port }}/{{ $db.database }}{{ index . 2 }}?sslmode=disable
{{- else -}}
postgresql://{{ $login }}@{{ index . 1 }}:{{ $db.port }}/{{ $db.database }}?sslmode={{ $db.sslMode }}
{{- end -}}
{{- end -}}

{{/* PgBouncer's file of users, a template that runs in the cluster. Quotation marks are doubled. */}}
{{- define "kaireon.poolerUsers" -}}
{{ `"{{ .username | replace "\"" "\"\"" }}" "{{ .password | replace "\"" "\"\"" }}"` }}
{{- end -}}

{{/* pgbouncer.ini. The users' passwords lie in a file of their own, which is a Secret. */}}
{{- define "kaireon.poolerConfig" -}}
{{- $db := .Values.postgres.external -}}
{{- $pooler := .Values.postgres.pooler -}}
[databases]
{{ $db.database }} = host={{ $db.host }} port={{ $db.port }} dbname='{{ $db.database }}'
{{- if include "kaireon.readers" . }}
; The readers' name gives another reader at every look-up: PgBouncer follows it and so moves between the readers.
{{ $db.database }}_read = host={{ $db.readerHost }} port={{ $db.port }} dbname='{{ $db.database }}'
{{- end }}

[pgbouncer]
listen_addr = *
listen_port = {{ int $pooler.port }}
; No socket file, so that nothing is written to the image.
unix_socket_dir =
pool_mode = transaction
default_pool_size = {{ int $pooler.defaultPoolSize }}
; The same bound over all users, so that another user cannot open a pool beside the application's.
max_db_connections = {{ int $pooler.defaultPoolSize }}
max_client_conn = {{ int $pooler.maxClientConnections }}
max_prepared_statements = {{ int $pooler.maxPreparedStatements }}
query_wait_timeout = {{ int $pooler.queryWaitTimeoutSeconds }}
auth_type = scram-sha-256
auth_file = /etc/kaireon/pgbouncer-users/userlist.txt
server_tls_sslmode = {{ $db.sslMode }}
{{- if $db.caBundle }}
server_tls_ca_file = /etc/kaireon/pgbouncer/database-ca.pem
{{- end }}
ignore_startup_parameters = extra_float_digits
; Probes connect too: two lines for each would hide the others.
log_connections = 0
log_disconnections = 0
{{- end -}}

{{/*
PgBouncer, and beside it a watch on its users: it reads them only when told to. The kubelet brings a changed Secret within two minutes; until
then new pods, which have the new password already, are refused and try again. The order to stop lets running transactions end (SIGINT;
SIGTERM would wait for the pods to hang up, which they never do).
*/}}
{{- define "kaireon.poolerScript" -}}
pgbouncer /etc/kaireon/pgbouncer/pgbouncer.ini &
pooler=$!
trap 'kill -INT $pooler' TERM
users() { cksum < /etc/kaireon/pgbouncer-users/userlist.txt; }
known=$(users)
while kill -0 $pooler 2> /dev/null; do
  # Asleep in the background, so that the order to stop is heard at once.
  sleep 5 & wait $!
  if [ "$(users)" != "$known" ]; then
    known=$(users)
    kill -HUP $pooler
  fi
done
wait $pooler
{{- end -}}

{{- define "kaireon.problems.pooler" -}}
{{- $db := .Values.postgres.external -}}
{{- $p := list -}}
{{- if include "kaireon.pooled" . -}}
{{- if and (hasPrefix "verify-" $db.sslMode) (not $db.caBundle) -}}
{{- $p = append $p (printf "postgres.external.caBundle is empty, but postgres.pooler.enabled is true and postgres.external.sslMode is %s; PgBouncer trusts no authority by itself. Set postgres.external.caBundle." $db.sslMode) -}}
{{- end -}}
{{- if not (regexMatch "^[A-Za-z0-9_.-]+$" $db.database) -}}
{{- $p = append $p (printf "postgres.external.database is %s, but postgres.pooler.enabled is true; PgBouncer's configuration takes letters, digits and _.- alone. Rename the database, or set postgres.pooler.enabled to false." (quote $db.database)) -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}
