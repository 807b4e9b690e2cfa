# SPDX-License-Identifier: GPL-3.0-or-later
"""The rights matrix, made from the service's own description: every operation kind and every route, with every id in it, by every role,
against two foreign organisations and a restricted part. What is forbidden and what is absent answer alike. Each comparison is a cell; COMPTOIR_CELLS=1 lists them."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from rights_operations import Operations  # noqa: E402
from rights_routes import Routes  # noqa: E402
from rights_world import OWN, World  # noqa: E402
from service import Service, main  # noqa: E402


class Cells:
    """Counts what was looked at and keeps what did not hold."""

    def __init__(self):
        self.looked, self.faults = {}, []

    def check(self, family, name, fault):
        """`fault` is a sentence, or empty where the cell holds."""
        self.looked[family] = self.looked.get(family, 0) + 1
        if os.environ.get("COMPTOIR_CELLS"):
            print(f"      {family}: {name}: {fault or 'holds'}")
        if fault:
            self.faults.append(f"{family}: {name}: {fault}")

    def told(self):
        return f"{sum(self.looked.values())} cells ({', '.join(f'{family} {count}' for family, count in sorted(self.looked.items()))})"


def description():
    with Service() as service:
        service.start()
        return service.ask("GET", "/v1/openapi.json").json


def roles_of(document):
    return document["components"]["schemas"]["Session"]["properties"]["role"]["enum"]


def matrix(document, plant="", roles=None):
    cells = Cells()
    with World(roles_of(document), plant) as world:
        logins = roles or [*world.roles, "former"]
        if not roles:
            Routes(world, document, cells).all()
        before = world.kept()
        Operations(world, document, cells).all(logins)
        after = world.kept()
        for table in before:
            cells.check("untouched", table, "" if before[table] == after[table] else "rows of a foreign organisation changed")
        for login in logins:
            reply = world.desks[login].pull(limit=20000)
            cells.check("afterwards", login, world.leak(reply.body, Operations.named_by_hand) or
                        ("" if {page["scope"] for page in reply.json["scopes"]} == {"shared", world.ids[OWN]["organisation"]} else "another scope came"))
    return cells


def no_foreign_thing_is_reached_or_told_by_any_route_kind_id_or_role():
    cells = matrix(description())
    print(f"    {cells.told()}", flush=True)
    assert not cells.faults, f"{len(cells.faults)} cells do not hold: " + "\n      ".join(cells.faults[:40])


def a_service_that_checks_no_rights_is_seen():
    """The same, against a service built with that bug (COMPTOIR_PLANTS): every kind has to show it."""
    with Service() as service:
        service.environment["COMPTOIR_PLANT"] = "rights-unchecked"
        service.organisation("A", "B")
        service.user("anne", "A")
        service.start()
        anne = service.sign_in("anne")
        from service import organisation_id
        reached = anne.push(anne.open_ticket(organisation_id("B"))).json["verdicts"][0]["code"] == "ok"
    if not reached:
        print("    (this build has no planted bugs: not tried)")
        return
    document = description()
    cells = matrix(document, "rights-unchecked", ["supervisor"])
    print(f"    {len(cells.faults)} of {cells.told()} show it", flush=True)
    for kind in document["components"]["schemas"]["Operation"]["properties"]["kind"]["enum"]:
        assert any(f": {kind} " in fault for fault in cells.faults), f"no cell of {kind} shows it"
    assert any(fault.startswith("untouched: ") for fault in cells.faults), "no table shows it"


def what_the_matrix_does_not_know_fails():
    """A route, a kind, an id or a role that somebody adds to the description without telling the matrix."""
    document = description()
    schemas = document["components"]["schemas"]

    def refused(change, word):
        changed = json.loads(json.dumps(document))
        change(changed)
        try:
            Operations.known(changed)
            Routes.known(changed)
        except AssertionError as error:
            assert word in str(error), error
            return
        raise AssertionError(f"{word} was not missed")

    refused(lambda d: d["paths"].update({"/v1/more": {"get": {"operationId": "more", "security": [{"bearer": []}], "responses": {}}}}), "more")
    refused(lambda d: d["components"]["schemas"]["Operation"]["properties"]["kind"]["enum"].append("ticket.more"), "ticket.more")
    refused(lambda d: d["components"]["schemas"]["PayloadTicketNote"]["properties"].update(more={"type": "string", "format": "uuid"}), "more")
    refused(lambda d: d["components"]["schemas"]["PayloadTicketNote"]["properties"].update(more={"type": "string", "x-refers": "planet"}), "planet")
    refused(lambda d: d["components"]["schemas"]["Presence"]["properties"].update(more={"type": "string", "format": "uuid"}), "more")
    assert schemas and Operations.known(document) and Routes.known(document)


main([what_the_matrix_does_not_know_fails, no_foreign_thing_is_reached_or_told_by_any_route_kind_id_or_role, a_service_that_checks_no_rights_is_seen])
