using System.ComponentModel.DataAnnotations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hub.Tests.Shared;

public sealed class FieldTagHelperTests
{
    private const string Icon = """<svg aria-hidden="true" class="icon" focusable="false"><use href="/lib/icons.svg#i-circle-alert" /></svg>""";
    private readonly TagHelperBench _bench = new(new Form());

    [Fact]
    public void Label_hint_control_error_come_in_that_order()
    {
        _bench.ModelState.SetModelValue("Email", "rozenn@", "rozenn@");
        _bench.ModelState.AddModelError("Email", "Il manque la fin.");

        var html = TagHelperBench.Render(Field("Email", hint: "Pour le billet."), "", ("autocomplete", "email"));

        Assert.Equal(
            """<div class="field" data-invalid=""><label for="Email">Adresse</label><p class="hint" id="Email-hint">Pour le billet.</p>"""
            + """<input aria-describedby="Email-hint Email-error" aria-invalid="true" autocomplete="email" class="input" id="Email" """
            + """maxlength="80" name="Email" required="required" type="email" value="rozenn@" />"""
            + $"""<p class="field__error" id="Email-error">{Icon} Il manque la fin.</p></div>""",
            html);
    }

    [Fact]
    public void An_optional_field_says_so_and_is_not_required()
    {
        var field = Field("Note");
        field.Optional = true;
        field.Rows = 3;

        Assert.Equal(
            """<div class="field"><label for="Note">Note <span class="opt">(facultatif)</span></label>"""
            + """<textarea class="textarea" id="Note" name="Note" rows="3">""" + "\n</textarea></div>",
            TagHelperBench.Render(field));
    }

    [Fact]
    public void A_select_offers_a_prompt_and_keeps_the_choice()
    {
        var field = Field("Size");
        field.Items = [new SelectListItem("Petite", "S"), new SelectListItem("Grande", "L")];

        Assert.Contains("""<option value="">Choisissez</option><option value="S">Petite</option><option selected="selected" value="L">""", TagHelperBench.Render(field), StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_are_a_named_group_of_radios()
    {
        var field = Field("Size");
        (field.Items, field.Choices) = ([new SelectListItem("Petite", "S")], true);

        Assert.Equal(
            """<fieldset class="field" id="Size"><legend>Taille</legend><div class="choices"><label class="choice">"""
            + """<input id="Size_0" name="Size" type="radio" value="S" /> <b>Petite</b></label></div></fieldset>""",
            TagHelperBench.Render(field));
    }

    [Fact]
    public void A_yes_or_no_is_a_check_box_beside_its_words() => Assert.Equal(
        """<div class="field"><label class="check"><input id="Agreed" name="Agreed" type="checkbox" value="true" /> <span>Accord</span></label></div>""",
        TagHelperBench.Render(Field("Agreed")));

    [Fact]
    public void A_password_never_comes_back()
    {
        _bench.ModelState.SetModelValue("Secret", "abc", "abc");

        Assert.DoesNotContain("abc", TagHelperBench.Render(Field("Secret")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_names_and_links_the_errors()
    {
        _bench.ModelState.AddModelError("Email", "Il manque la fin.");

        var one = TagHelperBench.Render(new ErrorsTagHelper(_bench.Texts) { ViewContext = _bench.View });
        _bench.ModelState.AddModelError("Size", "Choisissez.");
        var two = TagHelperBench.Render(new ErrorsTagHelper(_bench.Texts) { ViewContext = _bench.View });

        Assert.Equal(
            """<div class="notice notice--alert" role="alert" tabindex="-1" autofocus="autofocus" id="errors">""" + Icon
            + """<div><h2>Une réponse est à corriger</h2><ul><li><a href="#Email">Adresse&#xA0;: il manque la fin.</a></li></ul></div></div>""",
            one);
        Assert.Contains("2 réponses sont à corriger", two, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_without_errors_has_no_summary() =>
        Assert.Equal("", TagHelperBench.Render(new ErrorsTagHelper(_bench.Texts) { ViewContext = _bench.View }));

    [Fact]
    public void A_rule_without_words_takes_the_shared_ones()
    {
        var rules = _bench.For("Email").Metadata.ValidatorMetadata.OfType<ValidationAttribute>();

        Assert.Equal(["ErrorEmail", "ErrorRequired", "ErrorTooLong"], rules.Select(r => r.ErrorMessage).Order(StringComparer.Ordinal));
    }

    private FieldTagHelper Field(string name, string? hint = null) =>
        new(_bench.Texts) { For = _bench.For(name), Hint = hint, ViewContext = _bench.View };

    public sealed class Form
    {
        [Required, EmailAddress, StringLength(80), Display(Name = "Adresse")]
        public string Email { get; set; } = "";

        public string? Note { get; set; }

        [Display(Name = "Taille")]
        public string Size { get; set; } = "L";

        [Display(Name = "Accord")]
        public bool Agreed { get; set; }

        [DataType(DataType.Password)]
        public string? Secret { get; set; }
    }
}
