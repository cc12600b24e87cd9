package org.steward.web.api;

@Doc("An order that was taken.")
record AcceptedView(@Doc("What will be done.") String accepted) {}
