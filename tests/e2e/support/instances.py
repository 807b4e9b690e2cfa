# SPDX-License-Identifier: GPL-3.0-or-later
"""Instances of the service on one database of PostgreSQL's."""
import uuid

from service import Service, organisation_id


class Instance(Service):
    """A service without a database of its own; it works as a role that does not own the tables."""

    def __init__(self, server, database, *options):
        super().__init__("--database", server.uri(database, "comptoir_service"), *options)
        self.server, self.database = server, database

    def run(self, *words, password=None, data=True):
        return super().run(*words, "--database", self.server.uri(self.database, "comptoir_service"), password=password, data=data)


def database_of(server):
    """A new database with the schema in it, and the role of the services let in."""
    name = "desk_" + uuid.uuid4().hex[:8]
    server.sql(f"CREATE DATABASE {name} OWNER comptoir")
    if server.sql("SELECT count(*) FROM pg_roles WHERE rolname = 'comptoir_service'") == "0":
        server.sql("CREATE ROLE comptoir_service LOGIN")
    with Service() as owner:
        done = owner.run("schema", "--database", server.uri(name), "--service-role", "comptoir_service")
        assert done.returncode == 0, done.stderr
    return name


def organisation(instance, *names):
    """Puts organisations in under the ids the tests know."""
    for name in names:
        raw = uuid.UUID(organisation_id(name)).hex
        nil = "decode(repeat('00', 16), 'hex')"
        instance.server.sql(
            "BEGIN; SELECT set_config('comptoir.service', 'on', true); UPDATE scope SET seq = seq + 1, digest_known = 0 WHERE id = " + nil + ";"
            "INSERT INTO organisation(id, scope, parent, name, short_name, code, numbering, rules, seq) SELECT "
            f"decode('{raw}', 'hex'), {nil}, {nil}, '{name}', '{name}', '{name}', '', '', seq FROM scope WHERE id = {nil}; COMMIT",
            instance.database)


def two(server, database):
    first, second = Instance(server, database), Instance(server, database)
    organisation(first, "A", "B")
    first.user("anne", "A")
    first.user("bob", "A", "B")
    return first, second


def code_of(reply):
    assert reply.status == 200, (reply.status, reply.body)
    return reply.json["verdicts"][0]["code"]
