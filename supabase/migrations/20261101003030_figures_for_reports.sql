-- The job that writes reports reads what is published, and so nothing that its readers might not read themselves.
grant select on app.publications, app.published_cells to service_role;
