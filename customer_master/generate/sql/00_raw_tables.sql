-- The raw tables, empty: the names, columns and types Fivetran lands. `_c` are the custom fields most Salesforce
-- organizations add; blank SAP fields are '' and SAP dates text (YYYYMMDD), as in SAP itself.
create schema salesforce;
create schema sap;
create schema stripe;
create schema shopify;
create schema hubspot;
create schema zendesk;
create schema loyalty;
create schema truth;

create table salesforce.account (
    id varchar, is_deleted boolean, master_record_id varchar, parent_id varchar, record_type_id varchar,
    owner_id varchar, name varchar, type varchar, account_number varchar, account_source varchar,
    billing_street varchar, billing_city varchar, billing_state varchar, billing_state_code varchar,
    billing_postal_code varchar, billing_country varchar, billing_country_code varchar,
    shipping_street varchar, shipping_city varchar, shipping_state varchar, shipping_state_code varchar,
    shipping_postal_code varchar, shipping_country varchar, shipping_country_code varchar,
    phone varchar, fax varchar, website varchar, industry varchar, annual_revenue double,
    number_of_employees bigint, ownership varchar, rating varchar, site varchar, sic varchar, sic_desc varchar,
    ticker_symbol varchar, description varchar, duns_number varchar, tradestyle varchar, year_started varchar,
    vat_number_c varchar, registration_number_c varchar, billing_email_c varchar,
    created_date timestamp, last_modified_date timestamp, system_modstamp timestamp, last_activity_date date,
    _fivetran_active boolean, _fivetran_synced timestamp
);

create table salesforce.contact (
    id varchar, is_deleted boolean, master_record_id varchar, account_id varchar, owner_id varchar,
    individual_id varchar, reports_to_id varchar, salutation varchar, first_name varchar, middle_name varchar,
    last_name varchar, suffix varchar, name varchar, title varchar, department varchar, birthdate date,
    email varchar, phone varchar, mobile_phone varchar, home_phone varchar, other_phone varchar, fax varchar,
    mailing_street varchar, mailing_city varchar, mailing_state varchar, mailing_state_code varchar,
    mailing_postal_code varchar, mailing_country varchar, mailing_country_code varchar,
    other_street varchar, other_city varchar, other_state varchar, other_postal_code varchar, other_country varchar,
    lead_source varchar, description varchar, email_bounced_date timestamp, email_bounced_reason varchar,
    has_opted_out_of_email boolean, created_date timestamp, last_modified_date timestamp, system_modstamp timestamp,
    last_activity_date date, _fivetran_active boolean, _fivetran_synced timestamp
);

create table salesforce.lead (
    id varchar, is_deleted boolean, master_record_id varchar, owner_id varchar, individual_id varchar,
    salutation varchar, first_name varchar, middle_name varchar, last_name varchar, suffix varchar, name varchar,
    title varchar, company varchar, street varchar, city varchar, state varchar, state_code varchar,
    postal_code varchar, country varchar, country_code varchar, phone varchar, mobile_phone varchar, fax varchar,
    email varchar, website varchar, description varchar, lead_source varchar, status varchar, industry varchar,
    annual_revenue double, number_of_employees bigint, is_converted boolean, converted_date timestamp,
    converted_account_id varchar, converted_contact_id varchar, converted_opportunity_id varchar,
    is_unread_by_owner boolean, email_bounced_date timestamp, email_bounced_reason varchar,
    has_opted_out_of_email boolean, created_by_id varchar, created_date timestamp, last_modified_date timestamp,
    system_modstamp timestamp, last_activity_date date, _fivetran_active boolean, _fivetran_synced timestamp
);

create table sap.kna1 (
    mandt varchar, kunnr varchar, land1 varchar, name1 varchar, name2 varchar, name3 varchar, name4 varchar,
    ort01 varchar, ort02 varchar, pstlz varchar, regio varchar, sortl varchar, stras varchar, pfach varchar,
    pstl2 varchar, telf1 varchar, telf2 varchar, telfx varchar, knurl varchar, adrnr varchar, anred varchar,
    mcod1 varchar, mcod2 varchar, mcod3 varchar, ktokd varchar, kukla varchar, brsch varchar, bran1 varchar,
    bran2 varchar, bran3 varchar, bran4 varchar, bran5 varchar, niels varchar, counc varchar, spras varchar,
    lifnr varchar, konzs varchar, knrza varchar, vbund varchar, stkzn varchar, stceg varchar, stcd1 varchar,
    stcd2 varchar, stcd3 varchar, stcd4 varchar, stcd5 varchar, duns varchar, gform varchar, periv varchar,
    abrvw varchar, werks varchar, dear6 varchar, xcpdk varchar, aufsd varchar, faksd varchar, lifsd varchar,
    sperr varchar, loevm varchar, nodel varchar, cvp_xblck varchar, erdat varchar, ernam varchar, updat varchar,
    uptim varchar, _fivetran_rowid bigint, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table sap.adrc (
    client varchar, addrnumber varchar, date_from varchar, nation varchar, date_to varchar, title varchar,
    name1 varchar, name2 varchar, name3 varchar, name4 varchar, name_co varchar, city1 varchar, city2 varchar,
    post_code1 varchar, post_code2 varchar, po_box varchar, street varchar, house_num1 varchar, house_num2 varchar,
    str_suppl1 varchar, str_suppl2 varchar, str_suppl3 varchar, location varchar, building varchar, floor varchar,
    roomnumber varchar, country varchar, langu varchar, region varchar, sort1 varchar, tel_number varchar,
    tel_extens varchar, fax_number varchar, fax_extens varchar, time_zone varchar, mc_name1 varchar,
    mc_city1 varchar, mc_street varchar, _fivetran_rowid bigint, _fivetran_deleted boolean,
    _fivetran_synced timestamp
);

create table sap.adr6 (
    client varchar, addrnumber varchar, persnumber varchar, date_from varchar, consnumber varchar,
    flgdefault varchar, flg_nouse varchar, home_flag varchar, smtp_addr varchar, smtp_srch varchar,
    _fivetran_rowid bigint, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table sap.but000 (
    client varchar, partner varchar, partner_guid varchar, type varchar, bpkind varchar, bu_group varchar,
    bpext varchar, bu_sort1 varchar, bu_sort2 varchar, title varchar, title_aca1 varchar, xdele varchar,
    xblck varchar, name_org1 varchar, name_org2 varchar, name_org3 varchar, name_org4 varchar, legal_enty varchar,
    ind_sector varchar, found_dat varchar, liquid_dat varchar, name_last varchar, name_first varchar,
    name_lst2 varchar, name_last2 varchar, namemiddle varchar, name1_text varchar, nickname varchar,
    initials varchar, langu_corr varchar, xsexm varchar, xsexf varchar, xsexu varchar, marst varchar,
    natio varchar, birthdt varchar, deathdt varchar, persnumber varchar, addrcomm varchar, natpers varchar,
    crusr varchar, crdat varchar, crtim varchar, chusr varchar, chdat varchar, chtim varchar,
    _fivetran_rowid bigint, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table sap.cvi_cust_link (
    client varchar, partner_guid varchar, customer varchar, crusr varchar, crdat varchar, crtim varchar,
    _fivetran_rowid bigint, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table sap.knvh (
    mandt varchar, hityp varchar, kunnr varchar, vkorg varchar, vtweg varchar, spart varchar, datab varchar,
    datbi varchar, hkunnr varchar, hvkorg varchar, hvtweg varchar, hspart varchar, grpno varchar, bokre varchar,
    prfre varchar, hzuor varchar, _fivetran_rowid bigint, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table stripe.customer (
    id varchar, account_balance bigint, address_city varchar, address_country varchar, address_line_1 varchar,
    address_line_2 varchar, address_postal_code varchar, address_state varchar, balance bigint,
    bank_account_id varchar, created timestamp, currency varchar, default_card_id varchar, delinquent boolean,
    description varchar, email varchar, invoice_prefix varchar, invoice_settings_default_payment_method varchar,
    invoice_settings_footer varchar, is_deleted boolean, livemode boolean, metadata varchar,
    metadata_company varchar, metadata_date_of_birth varchar, name varchar, phone varchar,
    shipping_address_city varchar, shipping_address_country varchar, shipping_address_line_1 varchar,
    shipping_address_line_2 varchar, shipping_address_postal_code varchar, shipping_address_state varchar,
    shipping_carrier varchar, shipping_name varchar, shipping_phone varchar, shipping_tracking_number varchar,
    source_id varchar, tax_exempt varchar, tax_info_tax_id varchar, tax_info_type varchar,
    tax_info_verification_status varchar, tax_info_verification_verified_name varchar, _fivetran_synced timestamp
);

create table shopify.customer (
    id bigint, first_name varchar, last_name varchar, email varchar, phone varchar, state varchar, verified_email boolean,
    tax_exempt boolean, currency varchar, note varchar, orders_count bigint, total_spent double, default_address_id bigint,
    email_marketing_consent_state varchar, email_marketing_consent_opt_in_level varchar, multipass_identifier varchar,
    created_at timestamp, updated_at timestamp, _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table shopify.customer_address (
    id bigint, customer_id bigint, first_name varchar, last_name varchar, company varchar, address_1 varchar,
    address_2 varchar, city varchar, province varchar, province_code varchar, country varchar, country_code varchar,
    zip varchar, phone varchar, is_default boolean, _fivetran_synced timestamp
);

create table hubspot.contact (
    id bigint, property_firstname varchar, property_lastname varchar, property_salutation varchar, property_email varchar,
    property_hs_additional_emails varchar, property_phone varchar, property_mobilephone varchar, property_company varchar,
    property_jobtitle varchar, property_date_of_birth varchar, property_address varchar, property_city varchar,
    property_state varchar, property_zip varchar, property_country varchar, property_associatedcompanyid bigint,
    property_lifecyclestage varchar, property_createdate timestamp, property_lastmodifieddate timestamp,
    _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table hubspot.company (
    id bigint, is_deleted boolean, property_name varchar, property_domain varchar, property_website varchar,
    property_phone varchar, property_address varchar, property_address_2 varchar, property_city varchar,
    property_state varchar, property_zip varchar, property_country varchar, property_industry varchar,
    property_hs_parent_company_id bigint, property_createdate timestamp, property_hs_lastmodifieddate timestamp,
    _fivetran_deleted boolean, _fivetran_synced timestamp
);

create table hubspot.contact_merge_audit (
    canonical_vid bigint, contact_id bigint, entity_id varchar, first_name varchar, last_name varchar,
    num_properties_moved bigint, timestamp timestamp, user_id bigint, vid_to_merge bigint, _fivetran_synced timestamp
);

create table zendesk.user (
    id bigint, external_id varchar, name varchar, email varchar, phone varchar, shared_phone_number boolean, role varchar,
    organization_id bigint, active boolean, suspended boolean, verified boolean, locale varchar, time_zone varchar,
    created_at timestamp, updated_at timestamp, _fivetran_synced timestamp
);

create table zendesk.organization (
    id bigint, external_id varchar, name varchar, details varchar, notes varchar, url varchar, shared_tickets boolean,
    created_at timestamp, updated_at timestamp, _fivetran_deleted boolean, _fivetran_synced timestamp
);

-- The loyalty programme drops one file a day; what it says is text, as its file does.
create table loyalty.loyalty_program_member (
    member_number varchar, title varchar, first_name varchar, last_name varchar, birth_date varchar, email varchar,
    mobile varchar, street varchar, house_number varchar, postal_code varchar, city varchar, country_code varchar,
    tier varchar, points_balance bigint, enrolled_on varchar, status varchar, updated_at varchar
);

-- What is true; no model may read it.
create table truth.entities (
    entity_id bigint, party_type varchar, customer_kind varchar, country varchar, display_name varchar,
    household_id bigint, employer_entity_id bigint, parent_entity_id bigint, successor_entity_id bigint,
    hard_case varchar
);
create table truth.records (record_id varchar, entity_id bigint, party_type varchar);
create table truth.households (household_id bigint, entity_id bigint, household_role varchar);
create table truth.relationships (entity_id bigint, related_entity_id bigint, relationship varchar);
-- What happened since the first load, in the world and to the records; day d is 2026-01-05 + d.
create table truth.events (
    day bigint, event_date date, event varchar, entity_id bigint, related_entity_id bigint, record_id varchar,
    value_before varchar, value_after varchar
);
